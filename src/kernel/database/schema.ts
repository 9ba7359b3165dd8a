// Written by `bin/cairn schema` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

export interface Schema {
  adaptation_letters: {
    adaptation_id: string;
    written_at: Instant;
  };
  adaptation_notes: {
    adaptation_id: string;
    words: string;
    noted_by: string;
    noted_at: Instant;
  };
  adaptations: {
    id: string;
    short_id: string;
    work_id: string;
    of_id: string;
    changed: string;
    stayed: Generated<string>;
    happened: Generated<string>;
    told_by: string;
    told_at: Instant;
  };
  affiliations: {
    id: string;
    person_id: string;
    organisation_id: string;
    title: Generated<string>;
    since: string | null;
    until: string | null;
  };
  annotations: {
    id: string;
    measure_id: string;
    happened_on: string;
    label: string;
    noted_by: string;
    noted_at: Instant;
  };
  appeal_assignments: {
    appeal_id: string;
    person_id: string;
    assigned_at: Instant;
  };
  appeal_outcomes: {
    appeal_id: string;
    outcome: 'admitted' | 'reopened' | 'not-upheld';
    letter: string;
    decided_by: string;
    decided_at: Instant;
  };
  appeal_turns: {
    id: string;
    appeal_id: string;
    answered_by: string | null;
    words: string;
    said_at: Instant;
  };
  appeals: {
    id: string;
    short_id: string;
    application_id: string;
    decision_id: string;
    opened_at: Instant;
  };
  application_adjustments: {
    application_id: string;
    needs: string;
  };
  application_answers: {
    application_id: string;
    criterion_id: string;
    answer: string;
    changed_at: Instant;
  };
  application_calls: {
    application_id: string;
    phone: string;
    times: Generated<string>;
    asked_at: Instant;
  };
  application_confirmations: {
    application_id: string;
    confirmed_at: Instant;
  };
  application_files: {
    application_id: string;
    criterion_id: string;
    file_id: string;
    added_at: Instant;
  };
  application_openings: {
    email: string;
    application_id: string;
  };
  application_states: {
    application_id: string | null;
    submission_id: string | null;
    submitted_at: Instant | null;
    given: number | null;
    needed: number | null;
    taken: number | null;
    state: string | null;
    since: Instant | null;
  };
  application_submissions: {
    id: string;
    application_id: string;
    number: number;
    submitted_at: Instant;
    compact_version: string;
    assessments_needed: number;
    appeal_id: string | null;
  };
  application_withdrawals: {
    application_id: string;
    withdrawn_at: Instant;
  };
  application_works: {
    application_id: string;
    position: number;
    address: string;
  };
  applications: {
    id: string;
    short_id: string;
    criteria_version_id: string;
    email: string | null;
    name: Generated<string>;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales';
    pathway: 'professional' | 'public' | 'volunteer';
    compact_version: string | null;
    started_at: Instant;
    changed_at: Instant;
    anonymised_at: Instant | null;
  };
  assessment_assignments: {
    id: string;
    submission_id: string;
    assessor_id: string;
    assigned_at: Instant;
    reason: 'load' | 'returning' | 'third' | 'offered';
  };
  assessment_views: {
    assessment_id: string;
    criterion_id: string;
    view: 'met' | 'met-another-way' | 'more-needed' | 'cannot-tell';
    reason: string;
  };
  assessments: {
    id: string;
    submission_id: string;
    assessor_id: string;
    given_at: Instant;
  };
  benefit_areas: {
    key: string;
    name: string;
    about: string;
    position: number;
    retired_at: Instant | null;
  };
  call_notes: {
    submission_id: string;
    notes: string;
    written_by: string;
    written_at: Instant;
  };
  campaign_applications: {
    application_id: string;
    campaign_id: string;
    begun_at: Instant;
  };
  campaign_arrivals: {
    campaign_id: string;
    day: string;
    arrivals: number;
  };
  campaign_closures: {
    campaign_id: string;
    closed_by: string;
    closed_at: Instant;
  };
  campaigns: {
    id: string;
    slug: string;
    title: string;
    words: string;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales' | null;
    sector: string | null;
    background: string | null;
    opens_on: string;
    closes_on: string;
    goal: number;
    made_by: string;
    made_at: Instant;
  };
  case_author_invitations: {
    id: string;
    case_id: string;
    named: string;
    email: string;
    invited_by: string;
    invited_at: Instant;
  };
  case_authors: {
    case_id: string;
    person_id: string;
    added_at: Instant;
  };
  case_block_contents: {
    version_id: string;
    position: number;
    salt: string;
    content: Json;
  };
  case_block_withdrawals: {
    version_id: string;
    position: number;
    withdrawn_by: string | null;
    withdrawn_at: Instant;
    reason: Generated<string>;
  };
  case_claims: {
    case_id: string;
    claim_id: string;
    position: number;
  };
  case_narratives: {
    case_id: string;
    position: number;
    heading: string;
    body: string;
  };
  case_version_blocks: {
    version_id: string;
    position: number;
    kind: 'narrative' | 'claim' | 'measures' | 'person';
    digest: string;
  };
  case_versions: {
    id: string;
    case_id: string;
    number: number;
    head: Json;
    hash: string;
    visibility: 'link' | 'members' | 'public';
    published_by: string;
    published_at: Instant;
  };
  cases: {
    id: string;
    short_id: string;
    slug: string;
    title: string;
    audience: 'policy' | 'executive' | 'operational' | 'front-line';
    ask: Generated<string>;
    context: Generated<string>;
    link_key: string;
    started_by: string;
    started_at: Instant;
    changed_at: Instant;
  };
  claim_grades: {
    claim_id: string;
    grade: 'described' | 'measured';
    because: Json;
    raise: Json;
    inputs_hash: string;
    computed_at: Instant;
  };
  claim_withdrawals: {
    claim_id: string;
    withdrawn_by: string;
    withdrawn_at: Instant;
    reason: string;
  };
  claims: {
    id: string;
    short_id: string;
    work_id: string;
    area: string;
    statement: string;
    relation: 'contribution' | 'attribution';
    measure_id: string | null;
    better: 'up' | 'down' | null;
    baseline_from: string | null;
    baseline_through: string | null;
    changed_on: string | null;
    claimed_by: string;
    fixed_at: Instant;
  };
  comment_approvals: {
    comment_id: string;
    approved_by: string;
    approved_at: Instant;
  };
  comment_confirmations: {
    comment_id: string;
    confirmed_at: Instant;
  };
  comment_refusals: {
    comment_id: string;
    refused_by: string;
    refused_at: Instant;
    reason: string;
  };
  comment_withdrawals: {
    comment_id: string;
    withdrawn_at: Instant;
  };
  comments: {
    id: string;
    short_id: string;
    story_id: string;
    reply_to: string | null;
    person_id: string | null;
    name: string;
    email: string | null;
    body: string;
    lang: Generated<string>;
    written_at: Instant;
  };
  conflicts: {
    application_id: string;
    person_id: string;
    declared_at: Instant;
  };
  correction_acceptances: {
    id: string;
    measure_id: string;
    taken_on: string;
    position: number;
    stands: boolean;
    value: number | null;
    reason: string;
    accepted_by: string;
    accepted_at: Instant;
  };
  criteria: {
    id: string;
    version_id: string;
    key: string;
    position: number;
    title: string;
    looks_for: string;
    counts_equally: Generated<string[]>;
  };
  criteria_versions: {
    id: string;
    number: number;
    edition: string;
    lang: Generated<string>;
    published_at: Instant | null;
    published_by: string | null;
    begun_at: Instant | null;
    begun_by: string | null;
  };
  criterion_questions: {
    criterion_id: string;
    pathway: 'professional' | 'public' | 'volunteer';
    question: string;
    hint: Generated<string>;
  };
  cycle_decisions: {
    cycle_id: string;
    decision: 'adopt' | 'adapt' | 'abandon';
    decided_by: string;
    decided_at: Instant;
  };
  cycles: {
    id: string;
    work_id: string;
    number: number;
    question: string;
    prediction: Generated<string>;
    plan: Generated<string>;
    happened: Generated<string>;
    learning: Generated<string>;
    starts_on: string | null;
    ends_on: string | null;
    owner_id: string | null;
    change_id: string | null;
    measure_id: string | null;
    after_id: string | null;
    begun_by: string;
    begun_at: Instant;
  };
  decisions: {
    id: string;
    application_id: string;
    submission_id: string;
    outcome: 'admitted' | 'more-needed' | 'not-now';
    letter: string;
    reasons: Generated<string>;
    decided_by: string;
    decided_at: Instant;
  };
  disagreements: {
    submission_id: string;
    noted_at: Instant;
  };
  draft_warnings: {
    application_id: string;
    warned_at: Instant;
  };
  driver_aims: {
    work_id: string;
    aim: string;
    stated_by: string;
    stated_at: Instant;
  };
  driver_links: {
    work_id: string;
    parent_id: string;
    child_id: string;
  };
  drivers: {
    id: string;
    short_id: string;
    work_id: string;
    tier: 'primary' | 'secondary' | 'change';
    words: string;
    position: number;
    added_by: string;
    added_at: Instant;
  };
  facet_values: {
    no: number;
    value: string;
  };
  files: {
    id: string;
    key: string;
    name: string;
    type: string;
    bytes: number;
    sha256: string;
    width: number | null;
    height: number | null;
    added_at: Instant;
    added_by: string | null;
  };
  founding_admissions: {
    id: string;
    person_id: string;
    invitation_id: string | null;
    compact_version: string;
    admitted_at: Instant;
  };
  founding_invitations: {
    id: string;
    email: string | null;
    name: string;
    reason: string;
    invited_by: string;
    invited_at: Instant;
  };
  founding_withdrawals: {
    invitation_id: string;
    withdrawn_by: string;
    withdrawn_at: Instant;
  };
  import_admissions: {
    id: string;
    person_id: string;
    import_id: string;
    is_new: boolean;
    admitted_at: Instant;
  };
  import_confirmations: {
    admission_id: string;
    compact_version: string;
    confirmed_at: Instant;
  };
  import_refusals: {
    admission_id: string;
    refused_at: Instant;
  };
  introduction_answers: {
    seat_id: string;
    answer: 'met' | 'not-yet' | 'unsuited';
    words: Generated<string>;
    answered_at: Instant;
  };
  introduction_groups: {
    id: string;
    round_id: string;
  };
  introduction_leftovers: {
    round_id: string;
    person_id: string;
    group_id: string | null;
  };
  introduction_meetings: {
    one_id: string;
    other_id: string;
    group_id: string;
  };
  introduction_opt_ins: {
    person_id: string;
    meets: 'either' | 'online' | 'in-person';
    language: string | null;
    shows_address: boolean;
    since: Instant;
  };
  introduction_pauses: {
    person_id: string;
    paused_at: Instant;
  };
  introduction_refusals: {
    round_id: string;
    person_id: string;
    refused_at: Instant;
  };
  introduction_rounds: {
    id: string;
    number: number;
    begun_by: string | null;
    begun_at: Instant;
    progress: Generated<number>;
    matched_at: Instant | null;
    asked_at: Instant | null;
  };
  introduction_seats: {
    id: string;
    round_id: string;
    group_id: string;
    person_id: string;
  };
  invitation_applications: {
    invitation_id: string;
    application_id: string;
    accepted_at: Instant;
  };
  invitation_permissions: {
    invitation_id: string;
    about: 'applied' | 'joined';
    allowed_at: Instant;
    told_at: Instant | null;
  };
  invitation_postponements: {
    invitation_id: string;
    postponed_at: Instant;
  };
  invitation_refusals: {
    digest: string;
    refused_on: string;
  };
  invitations: {
    id: string;
    email: string | null;
    name: string;
    note: string;
    invited_by: string;
    invited_at: Instant;
  };
  journal: {
    id: string;
    at: Instant;
    actor_id: string | null;
    verb: string;
    subject_type: string;
    subject_id: string;
    digest: string | null;
  };
  journal_details: {
    entry_id: string;
    salt: string;
    change: string;
  };
  letters: {
    id: string;
    to_email: string;
    subject: string;
    body: string;
    written_at: Instant;
    sent_at: Instant | null;
    reply_to: string | null;
  };
  links: {
    id: string;
    purpose: string;
    subject: string;
    email: string;
    digest: string;
    issued_at: Instant;
    expires_at: Instant;
    used_at: Instant | null;
  };
  measure_publications: {
    measure_id: string;
    published_by: string;
    published_at: Instant;
    answers: Json;
  };
  measure_reminders: {
    measure_id: string;
    person_id: string;
    every: 'week' | 'month';
    next_on: string;
    asked_at: Instant;
  };
  measures: {
    id: string;
    short_id: string;
    work_id: string;
    name: string;
    definition: Generated<string>;
    unit: Generated<string>;
    better: Generated<'up' | 'down' | 'neither'>;
    target: number | null;
    chart: Generated<'run' | 'xmr' | 'c' | 'u' | 'p' | 'g' | 't'>;
    profile: Generated<string>;
    places: number | null;
    visibility: Generated<'private' | 'members' | 'public'>;
    defined_by: string;
    defined_at: Instant;
    numerator: Generated<string>;
    denominator: Generated<string>;
  };
  member_import_results: {
    import_id: string;
    row_number: number;
    outcome: 'brought-in' | 'member-already' | 'left-out';
  };
  member_import_rows: {
    import_id: string;
    row_number: number;
    cells: string[];
  };
  member_import_starts: {
    import_id: string;
    started_by: string;
    started_at: Instant;
  };
  member_imports: {
    id: string;
    file_name: string;
    columns: string[];
    rows_in_all: number;
    fields: Json;
    uploaded_by: string;
    uploaded_at: Instant;
  };
  memberships: {
    id: string;
    person_id: string;
    decision_id: string | null;
    founding_admission_id: string | null;
    admitted_at: Instant;
    import_admission_id: string | null;
  };
  message_blocks: {
    person_id: string;
    blocked_id: string;
    blocked_at: Instant;
  };
  message_closures: {
    person_id: string;
    closed_at: Instant;
  };
  message_reports: {
    message_id: string;
    reported_at: Instant;
  };
  messages: {
    id: string;
    short_id: string;
    from_id: string;
    to_id: string;
    answers_id: string | null;
    body: string;
    sent_at: Instant;
  };
  migrations: {
    name: string;
    applied_at: Generated<Instant>;
  };
  monitoring_release_counts: {
    quarter: string;
    country: string;
    question: string;
    category: string;
    people: number;
  };
  monitoring_releases: {
    quarter: string;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales';
    question: string;
    counted_in: string | null;
  };
  offers: {
    id: string;
    person_id: string;
    kind: 'offer' | 'ask';
    skill: string;
    skill_kind: GeneratedAlways<string>;
    hours: number;
    note: Generated<string>;
    until: string | null;
    made_at: Instant;
  };
  organisation_distinctions: {
    one_id: string;
    other_id: string;
    said_by: string | null;
    said_at: Instant;
  };
  organisation_identifiers: {
    scheme: 'ods' | 'charity-england-wales' | 'charity-scotland' | 'charity-northern-ireland' | 'charity-ireland' | 'company-uk' | 'company-ireland' | 'ror';
    value: string;
    organisation_id: string;
  };
  organisation_mergers: {
    merged_id: string;
    into_id: string;
    merged_by: string | null;
    merged_at: Instant;
  };
  organisations: {
    id: string;
    short_id: string;
    slug: string;
    name: string;
    sector: string;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales';
    place: string | null;
    added_at: Instant;
    search: GeneratedAlways<string>;
    place_key: string | null;
  };
  page_versions: {
    id: string;
    page: 'accessibility' | 'comments' | 'compact' | 'privacy';
    version: number;
    title: string;
    body: string;
    edition: string | null;
    written_by: string | null;
    written_at: Instant;
    note: Generated<string>;
  };
  path_counts: {
    quarter: string;
    cohort: string;
    step: 'invited' | 'applied' | 'admitted' | 'took-part' | 'shared-work';
    people: number;
  };
  people: {
    id: string;
    short_id: string;
    slug: string;
    name: string;
    headline: Generated<string>;
    about: Generated<string>;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales' | null;
    can_help: Generated<string>;
    looking_for: Generated<string>;
    orcid: string | null;
    photo_id: string | null;
    visibility: Generated<'private' | 'members' | 'public'>;
    added_at: Instant;
    erased_at: Instant | null;
    background_words: Generated<string>;
    place_key: string | null;
    place_shown: Generated<'town' | 'region' | 'country'>;
  };
  people_search: {
    person_id: string;
    audience: 'members' | 'public';
    words: string;
    name_plain: string;
    name: string;
    added_at: Instant;
    facets: string[];
    place_key: string | null;
    facet_nos: Generated<number[]>;
    tally: GeneratedAlways<string>;
    hours_seen: boolean;
  };
  person_emails: {
    id: string;
    person_id: string;
    email: string;
    is_primary: Generated<boolean>;
    verified_at: Instant;
  };
  placements: {
    work_id: string;
    person_id: string;
    iterative: number;
    pathways: number;
    operating_model: number;
    community: number;
    placed_at: Instant;
  };
  places: {
    key: string;
    kind: 'country' | 'region' | 'local' | 'area';
    name: string;
    short_name: string;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales';
    region_key: string | null;
    code: string | null;
    population: number | null;
    populated_on: string | null;
    lat: number;
    lon: number;
    valid_from: string | null;
    valid_to: string | null;
    edition: string;
  };
  profile_listings: {
    person_id: string;
    listed_at: Instant;
  };
  profile_terms: {
    person_id: string;
    kind: 'background' | 'sector' | 'topic' | 'skill' | 'language' | 'mode' | 'method';
    key: string;
    term_kind: GeneratedAlways<string>;
  };
  profile_visibilities: {
    person_id: string;
    field: 'photo' | 'about' | 'background' | 'sectors' | 'place' | 'affiliations' | 'canHelp' | 'lookingFor' | 'hours' | 'topics' | 'modes' | 'methods' | 'languages' | 'orcid';
    visibility: 'private' | 'members' | 'public';
  };
  range_counts: {
    quarter: string;
    kind: 'sector' | 'background' | 'country';
    key: string;
    people: number;
  };
  range_snapshots: {
    quarter: string;
    members: number;
  };
  range_variety: {
    quarter: string;
    kind: 'organisation' | 'place' | 'sector' | 'background';
    people: number;
    richness: number;
    common: number;
    dominant: number;
    among_25: number | null;
  };
  rate_limits: {
    key: string;
    window_start: Instant;
    hits: number;
  };
  reading_changes: {
    id: string;
    reading_id: string;
    before: number | null;
    after: number | null;
    reason: Generated<string>;
    changed_by: string;
    changed_at: Instant;
  };
  readings: {
    id: string;
    measure_id: string;
    taken_on: string;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    position: Generated<number>;
    recorded_by: string;
    recorded_at: Instant;
    batch_id: string;
    withdrawn_at: Instant | null;
    withdrawn_by: string | null;
  };
  rebases: {
    id: string;
    measure_id: string;
    starts_on: string;
    reason: string;
    rebased_by: string;
    rebased_at: Instant;
  };
  referee_answers: {
    referee_id: string;
    answer: 'confirm' | 'cannot-say' | 'concern';
    words: Generated<string>;
    answered_at: Instant;
  };
  referee_letters: {
    referee_id: string;
    kind: 'asked' | 'reminded';
    sent_at: Instant;
  };
  referee_removals: {
    referee_id: string;
    removed_at: Instant;
  };
  referees: {
    id: string;
    application_id: string;
    name: string;
    email: string | null;
    named_at: Instant;
  };
  removal_outcomes: {
    request_id: string;
    outcome: 'stays' | 'changed' | 'removed';
    reason: string;
    decided_by: string;
    decided_at: Instant;
  };
  removal_requests: {
    id: string;
    work_id: string;
    organisation: string;
    asked_by: string;
    asked_at: Instant;
  };
  removal_words: {
    id: string;
    request_id: string;
    side: 'organisation' | 'team' | 'editor';
    words: string;
    said_by: string;
    said_at: Instant;
  };
  report_resolutions: {
    report_id: string;
    outcome: 'changed' | 'removed' | 'kept' | 'passed-on';
    explanation: string;
    resolved_by: string;
    resolved_at: Instant;
  };
  reports: {
    id: string;
    short_id: string;
    address: string;
    reason: 'identifies' | 'unkind' | 'unsafe' | 'wrong' | 'rights' | 'other';
    details: Generated<string>;
    person_id: string | null;
    email: string | null;
    reported_at: Instant;
  };
  role_grants: {
    id: string;
    person_id: string;
    role: 'member' | 'assessor' | 'editor' | 'moderator' | 'data-lead' | 'steward';
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales' | null;
    granted_at: Instant;
    granted_by: string | null;
  };
  settings: {
    key: string;
    value: Json;
    changed_at: Instant;
    changed_by: string | null;
  };
  standings: {
    work_id: string | null;
    people: number | null;
    iterative: number | null;
    pathways: number | null;
    operating_model: number | null;
    community: number | null;
    spread: number | null;
  };
  stories: {
    id: string;
    short_id: string;
    slug: string;
    title: string;
    standfirst: string;
    body: string;
    author_id: string;
    picture_id: string | null;
    picture_alt: Generated<string>;
    lang: Generated<string>;
    written_at: Instant;
    changed_at: Instant;
    search: GeneratedAlways<string>;
  };
  story_comment_closures: {
    story_id: string;
    closed_by: string;
    closed_at: Instant;
  };
  story_publications: {
    story_id: string;
    published_by: string;
    published_at: Instant;
  };
  story_works: {
    story_id: string;
    work_id: string;
    position: number;
  };
  submission_answers: {
    submission_id: string;
    criterion_id: string;
    answer: string;
  };
  submission_files: {
    submission_id: string;
    criterion_id: string;
    file_id: string;
  };
  term_edits: {
    kind: string;
    key: string;
    edited_by: string | null;
    edited_at: Instant;
  };
  term_retirements: {
    kind: string;
    key: string;
    retired_by: string | null;
    retired_at: Instant;
  };
  terms: {
    id: string;
    kind: 'sector' | 'background' | 'topic' | 'skill' | 'language';
    key: string;
    name: string;
    note: Generated<string>;
    in_group: string | null;
    position: number;
    edition: string | null;
  };
  welcome_dismissals: {
    person_id: string;
    dismissed_at: Instant;
  };
  work_deputies: {
    work_id: string;
    person_id: string;
    named_by: string;
    named_at: Instant;
  };
  work_handovers: {
    work_id: string;
    to_id: string;
    words: Generated<string>;
    asked_by: string;
    asked_at: Instant;
  };
  work_hidings: {
    work_id: string;
    request_id: string;
    hidden_by: string;
    hidden_at: Instant;
  };
  work_imports: {
    id: string;
    short_id: string;
    imported_by: string;
    owner_id: string;
    uploaded_at: Instant;
    sheet: Json | null;
    mapping: Json | null;
    started_at: Instant | null;
    taken: Generated<number>;
    total: number;
    finished_at: Instant | null;
    left_out: Json | null;
    undone_at: Instant | null;
  };
  work_offers: {
    id: string;
    work_id: string;
    person_id: string;
    words: string;
    offered_at: Instant;
  };
  work_owners: {
    work_id: string;
    person_id: string;
    since: Instant;
  };
  work_publications: {
    work_id: string;
    visibility: 'members' | 'public';
    published_by: string;
    published_at: Instant;
    answers: Json;
  };
  work_release_refusals: {
    work_id: string;
    refused_by: string;
    refused_at: Instant;
    reason: string;
  };
  work_releases: {
    work_id: string;
    released_by: string | null;
    released_at: Instant;
  };
  work_seekings: {
    work_id: string;
    words: string;
    said_by: string;
    said_at: Instant;
  };
  work_team: {
    id: string;
    work_id: string;
    person_id: string | null;
    name: string;
    email: string | null;
    role: Generated<string>;
    invited_by: string;
    invited_at: Instant;
    accepted_at: Instant | null;
  };
  work_updates: {
    id: string;
    work_id: string;
    body: string;
    written_by: string;
    written_at: Instant;
  };
  works: {
    id: string;
    short_id: string;
    slug: string;
    title: string;
    problem: Generated<string>;
    aim: Generated<string>;
    tried: Generated<string>;
    lesson: Generated<string>;
    state: 'idea' | 'testing' | 'sustained' | 'spreading' | 'stopped';
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales';
    place: Generated<string>;
    organisation_id: string | null;
    shown_as: Generated<string>;
    methods: Generated<string[]>;
    topics: Generated<string[]>;
    started_on: string | null;
    ended_on: string | null;
    visibility: Generated<'private' | 'members' | 'public'>;
    lang: Generated<string>;
    shared_by: string;
    shared_at: Instant;
    changed_at: Instant;
    search: GeneratedAlways<string>;
    import_id: string | null;
    licence: Generated<'all-rights' | 'cc-by-4.0'>;
  };
  works_seeking: {
    work_id: string | null;
  };
  'auth.accounts': {
    id: string;
    user_id: string;
    provider_id: string;
    account_id: string;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: Instant | null;
    refresh_token_expires_at: Instant | null;
    scope: string | null;
    password: string | null;
    created_at: Instant;
    updated_at: Instant;
  };
  'auth.passkeys': {
    id: string;
    user_id: string;
    name: string | null;
    public_key: string;
    credential_id: string;
    counter: number;
    device_type: string;
    backed_up: boolean;
    transports: string | null;
    aaguid: string | null;
    created_at: Instant | null;
  };
  'auth.sessions': {
    id: string;
    user_id: string;
    token: string;
    way: 'link' | 'code' | 'password' | 'passkey' | 'organisation' | 'demo' | null;
    shared: Generated<boolean>;
    expires_at: Instant;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Instant;
    updated_at: Instant;
  };
  'auth.two_factors': {
    id: string;
    user_id: string;
    secret: string;
    backup_codes: string;
    verified: Generated<boolean | null>;
    failed_verification_count: Generated<number | null>;
    locked_until: Instant | null;
  };
  'auth.users': {
    id: string;
    name: string;
    email: string;
    email_verified: Generated<boolean>;
    image: string | null;
    two_factor_enabled: Generated<boolean | null>;
    created_at: Instant;
    updated_at: Instant;
    person_id: string | null;
  };
  'auth.verifications': {
    id: string;
    identifier: string;
    value: string;
    expires_at: Instant;
    created_at: Instant;
    updated_at: Instant;
  };
  'monitoring.answers': {
    pseudonym: string;
    key_mark: string;
    answers: Json;
  };
  'monitoring.exact_counts': {
    quarter: string;
    country: 'england' | 'ireland' | 'northern-ireland' | 'scotland' | 'wales';
    question: string;
    category: string;
    people: number;
  };
}
