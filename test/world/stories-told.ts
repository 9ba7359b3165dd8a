import type { CastName } from '../cast.ts';

/** A story as one of the cast told it, so many days before the present. All invented. */
export type ToldStory = {
  by: CastName;
  daysAgo: number;
  title: string;
  standfirst: string;
  body: string;
  work?: string;
  closed?: true;
};

export const STORIES: ToldStory[] = [
  {
    by: 'amina',
    daysAgo: 9,
    title: 'Ring the family before you ring the pharmacy',
    standfirst: 'We spent a winter mending the wrong delay. A daughter in a car park showed us the right one.',
    work: 'Home before lunch: ready for discharge by 11',
    body: `For most of last winter I could have told you why people on our ward went home in the dark. Medicines. Everybody
knew it was medicines. We had a poster about it.

Then Rhys asked me to write down, for two weeks, the minute at which each person was ready, and the minute at which they
left, and in between nothing but what they were waiting for. No form, just the back of the handover sheet.

## What the handover sheet said

Medicines came second. What people waited for most was somebody to fetch them, and those somebodies were waiting for us.
One Tuesday I walked a gentleman to the front door at ten past four and his daughter was in the car park. She had been there
since one. *“You said you’d ring when he was ready,”* she told me. He had been ready at ten.

## What we changed

- The volunteer on the desk rings each family at nine, from a list, with one question: when could you be here?
- Two of us meet for five minutes at eight and name who could go. Two people who may decide, and no more.
- The pharmacist comes to us. It matters less than the telephone, and it still matters.

## What I would tell you

Count first, and count by hand. I was quite sure, and I was wrong, and it took eleven sheets of paper to find out. The poster
about medicines has gone. There is a telephone number where it hung.`,
  },
  {
    by: 'orla',
    daysAgo: 31,
    title: 'The red jugs: why we stopped, and why I am glad that we said so',
    work: 'Red lids on the water jugs',
    standfirst: 'Fourteen wards, two hundred jugs with red lids, one honest chart. It did not help, and here it is.',
    body: `You may have seen the red jugs in a newsletter. Anybody who needed help to drink had a red lid on their water jug, so that
whoever passed could stop and offer a glass. Visitors loved it. So did I; I had chosen the red.

We measured one thing: how many people each week were given fluids through a drip because they had become dry. We had
fourteen months of that before the jugs, and we kept counting for ten months after.

## Nothing moved

The points went up and down between the same two lines as before. Callum drew the chart for me and was very gentle about it.
I asked whether we could start the line later. He asked me why, and I could not think of a reason that I would have
said out loud.

## What was really going on

We sat with the healthcare assistants for an afternoon, which we ought to have done first. They told us that everybody knew very well who needed
help to drink. There was nobody to give it between half past eleven and two, because that is lunch, and the tablets, and the
doctors. The lid told them what they knew already, in red.

## So we stopped

We took the lids off in March, thanked people, and wrote down why. Nobody was cross. Two other hospitals had been about to buy
the jugs; they have kept their money and moved a tea round to noon instead. I hear that theirs is working. I should like to see the chart.`,
  },
  {
    by: 'callum',
    daysAgo: 58,
    title: 'What I do with the six hours',
    work: 'A notebook of falls',
    standfirst:
      'I lend an afternoon a month to whoever asks. The questions are better than the ones that I am paid for.',
    body: `My profile here says that I will lend six hours. People ask what that means, so this is what the last year of it was.

1. A care home with a notebook of falls going back to 2017. We typed it up together over the telephone, one Thursday, with a
   cat on the line. She had been told that falls were rising. They were not; she had begun to write the small ones down.
2. A practice nurse who wanted to know whether text messages had changed her missed appointments. They had. We found the week.
3. A hospice that measured nothing, was proud of it, and had one good question. We agreed on one number that they could bear.
4. A community bus. I still do not know quite how I came to be asked about a bus.

## Three things that I say every time

**Start with the last twenty-four you have.** Not a baseline project. What is in the drawer is nearly always enough to begin.

**Two points are not a trend.** If last month was worse than the month before, I would expect that about half the time.

**Write down when you changed something**, on the day. In a year nobody will agree.

## What I get from it

At work I am asked for numbers by people who already know what they want them to say. Here people ask because they do not know.
I would pay for that, but please do not tell them.`,
  },
  {
    by: 'morag',
    daysAgo: 87,
    title: 'Forty years of kitchen tables',
    work: 'Leg ulcers on the same two days',
    standfirst: 'I have no certificate in improvement. I have been in some nine thousand kitchens.',
    body: `When I retired from district nursing they gave me a clock, and a young man with a lanyard asked whether I had any experience of
quality improvement. I said no. On the way home I thought about that for the whole length of the ferry.

## What I did instead of improvement

In 1988 we dressed leg ulcers on whichever day the van happened to pass. I noticed that Mrs M’s healed when I came on the same two days, so I
asked to come on the same two days. Then I did it for the next six, and kept a page in my diary with a line for
each: size on the Monday, size a month on. The page persuaded the doctor. The doctor persuaded the board. The van got a timetable.

I would not have called it a test of change. I would have called it paying attention and writing it down.

## Who else is out there

There is a home carer on our island who has worked out how to get a man with dementia to take his tablets without once raising her
voice. There is a woman who runs the lunch club and can tell you, from who has stopped coming, where the next fall will be.
Neither has heard of any of our words. Both of them do the thing.

I joined because somebody here asked me what I had noticed, not what I had passed. I moderate the comments now.
If you know somebody like that, it is you who will have to ask them. They will say no, on a ferry, for an hour. Ask again.`,
  },
  {
    by: 'priya',
    daysAgo: 140,
    title: 'We closed the frailty line after fourteen months',
    work: 'One number before 999',
    standfirst: 'A telephone line that everybody wanted and almost nobody rang. What we learned on the way out.',
    body: `The idea was simple enough to fit on a mug, and it did: one number that any carer could ring before they rang 999, answered by a nurse who knew
older people. Three practices, one council, a small grant. I was the one who said that it could not fail.

## The calls

We expected thirty a week. In the best week there were eleven. In the week that made me think there were two, and one of them
was my mother, testing.

We did the usual things: fridge magnets, a film, a second film. Each gave us a bump of a few days, and the chart then
went back to where it lived.

## Why nobody rang

In the ninth month Joe, who looks after his wife, came to our meeting and was kind enough to be blunt. *“At two in the
morning,”* he said, *“I ring the number that I know will come.”* We were open from eight until six.

We had asked forty professionals what carers needed. We had asked carers whether they liked the magnet.

## What is left of it

- The two nurses now telephone people in the week after they come home. Nobody has to ring anything.
- The council kept the part where one form serves four services. That alone was worth the mug.
- Next time the first person at the table will be the one who is awake at two.

We put the whole of it here, with the chart, under its own name and with the word *stopped* beside it. It has been read more often than
anything of ours that worked.`,
  },
  {
    by: 'rhys',
    daysAgo: 205,
    title: 'The village hall has better parking',
    work: 'Diabetes clinic between toddlers and choir',
    standfirst: 'We moved a clinic eleven miles towards the people who were missing from it. Half of them came.',
    body: `The diabetes clinic at our hospital had a beautiful waiting room and, one time in three, an empty chair. The letters that we sent about missed
appointments used the word *fail*. I counted: four times on one page.

So I took the list of empty chairs and a road map, and drove to where they lived. It took two days, and the reason was lying
across both of them: the bus goes over the mountain at seven in the morning and comes back at six in the evening. An
appointment of ten minutes costs eleven hours.

## What we tried

One Wednesday a month we put the scales, the blood pressure machine and one very patient dietitian into my car and set up in the village hall,
between the mothers-and-toddlers and the choir.

- First month: four people, and the caretaker.
- Third month: nineteen. The choir had started to come early.
- By the end of the year about half of the people on my list had been seen at least once.

## What I cannot tell you

Whether their sugars are better. It is too early, and the numbers are too small to say so honestly. I can
tell you that people were seen who had not been seen, and that the kettle is the most important piece of equipment we carry.

## If you try it

Do not send a letter. Ask the choir.`,
  },
  {
    by: 'tom',
    daysAgo: 290,
    title: 'Nine tablets, one conversation',
    work: 'The morning medicine round',
    standfirst: 'A pharmacist, a care home, and the question that nobody had asked since 2009.',
    body: `I was asked to make the medicine round in a care home quicker. It took two hours and ten minutes each morning, which left
nobody to help people with breakfast. I came with a trolley layout in mind. I am fond of trolleys.

On the first day I stood beside Denise, who has done that round for sixteen years, and asked what slowed her down. *“Talking
people into tablets they don’t want,”* she said.

## One question

So instead of moving the trolley we sat down with each resident, whoever they wanted beside them, their doctor’s notes and a pot of
tea, and asked what each tablet was for. Where nobody in the room knew, we wrote to the practice.

We found water tablets that had been started for a heatwave in 2009. We found two names for the same thing. We also found a
tablet that somebody badly wanted to keep, for a good reason that was in nobody’s notes, and we kept it.

## What happened

The round went from a hundred and thirty minutes to just under ninety, over five months, and it has stayed there. The number of tablets fell by about a
fifth. Breakfast is hot.

## What did not

We tried to do the same in a second home by post. It saved an afternoon and changed nothing. The tea was not the decoration; it
was the method.`,
  },
  {
    by: 'niamh',
    daysAgo: 400,
    closed: true,
    title: 'Look who is not in the photograph',
    work: 'Who is not in the room',
    standfirst:
      'At the end of our first gathering somebody took a picture. It is a lovely picture. I have been looking at it ever since.',
    body: `There are sixty-one of us on the steps of a town hall, squinting. We had come from five countries to talk about making care better, and we look
delighted with ourselves. It was Amina who held it at arm’s length and said: *“Everybody here has a lanyard.”*

## Counting the steps

She was right, so I counted. Forty-four from hospitals. Nobody from a care home. Nobody who drives an ambulance, runs a
hostel or delivers the meals. Two carers, both of whom we had asked to speak, and neither of whom we had asked to plan.

I do not think that anybody shut a door. We had simply sent the invitation to people who get invitations.

## Three small changes

**We stopped asking where people had trained.** We ask what they have tried, and what became of it. The answers got longer
and better at once.

**We pay fares before, not after.** It turns out that to *claim it back* you must have had it to begin with.

**Each of us brings one.** Not a colleague: somebody who made something better and has never been on a course about it.

## The next picture

It was taken in October, in the rain, under a tarpaulin. A hundred and four people; I cannot count the lanyards, because we did not
hand any out. There is a man at the front holding a tray of soup. He improved the soup. He will tell you how if you ask him, and you
should.`,
  },
];

export const DRAFT: ToldStory = {
  by: 'rhys',
  daysAgo: 2,
  title: 'Half a story about a whiteboard',
  standfirst: 'Not finished. The good part has not happened yet.',
  body: 'We bought a whiteboard. More when I know whether anybody reads it.',
};
