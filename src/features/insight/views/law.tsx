import { PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { InsightNav } from './nav.tsx';

/** What the law asks, and what this community does, in plain words. */
export function LawPage() {
  return (
    <div class="reading">
      <PageHead
        above={<InsightNav here="/insight/law" />}
        title={t('The law behind the questions')}
        lede={t(
          'What the law of each country says about asking and counting, in plain words. It is not legal advice: ask your own adviser.',
        )}
      />
      {sections().map(({ title, points }) => (
        <section>
          <h2>{title}</h2>
          <ul>
            {points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function sections(): { title: string; points: string[] }[] {
  return [
    {
      title: t('England, Scotland and Wales'),
      points: [
        t(
          'The Equality Act 2010 protects people from discrimination because of age, disability, gender reassignment, marriage and civil partnership, pregnancy and maternity, race, religion or belief, sex, and sexual orientation.',
        ),
        t(
          'Section 149 asks public bodies to have due regard to ending discrimination, advancing equality of opportunity and fostering good relations. Scotland and Wales add specific duties of their own by regulations. A community that is not a public body may still be asked for such figures by the bodies that fund it.',
        ),
        t(
          'The Act does not ask for these questions, and does not forbid them. Reaching out to those who are missing is not the same as preferring them: membership is decided by the criteria alone.',
        ),
      ],
    },
    {
      title: t('Northern Ireland'),
      points: [
        t(
          'The Equality Act 2010 does not apply, apart from a few sections. Separate laws protect, among others, age, disability, race, religious belief and political opinion, sex, and sexual orientation.',
        ),
        t(
          'Section 75 of the Northern Ireland Act 1998 asks public authorities to have due regard to equality of opportunity between people of different religious belief, political opinion, racial group, age, marital status or sexual orientation, between men and women generally, and between people with and without a disability, and with and without dependants.',
        ),
        t(
          'Community background is asked there, and only there, because fair employment law there counts it. Whoever does not wish to say need not.',
        ),
      ],
    },
    {
      title: t('Ireland'),
      points: [
        t(
          'The Employment Equality Acts 1998 to 2021 and the Equal Status Acts 2000 to 2018 protect people on nine grounds: gender, civil status, family status, sexual orientation, religion, age, disability, race, and membership of the Traveller community. In housing, receiving housing assistance is one more.',
        ),
        t(
          'Section 42 of the Irish Human Rights and Equality Commission Act 2014 asks public bodies to have regard to ending discrimination, promoting equality and protecting human rights in what they do.',
        ),
      ],
    },
    {
      title: t('Data protection, in the UK and in Ireland'),
      points: [
        t(
          'Ethnic origin, religion or belief, health (disability is part of it), sex life and sexual orientation are special categories of personal data under Article 9 of the UK GDPR and of the EU GDPR. Community background can tell a religion or a political opinion. We treat every answer as if it were one.',
        ),
        t(
          'We rely on your explicit consent (Article 9(2)(a)): you answer because you choose to, question by question, and take it back as easily as you gave it (Article 7(3)).',
        ),
        t(
          'Answers are kept under a pseudonym. That makes them safer; it does not make them anonymous, so all your rights hold: to see them, mend them, take them away and have them deleted.',
        ),
        t(
          'The rounded totals are meant to be anonymous: no means that anybody is reasonably likely to use should point to a person.',
        ),
      ],
    },
  ];
}
