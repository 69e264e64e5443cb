-- A broadcast may try two subjects on a part of its readers before the others get the one that did better. Its stage says
-- whom it comes by: ALL of them, without such a test; with one its SAMPLE, nobody while it WAITs for what that does, and then
-- the REST.
alter table broadcasts
    add other_subject      text     not null default '' check (length(other_subject) <= 200),
    add sample_percent     integer  not null default 20 check (sample_percent between 1 and 50),
    add winner_rule        text     not null default 'OPENED' check (winner_rule in ('OPENED', 'CLICKED', 'AUTHOR')),
    add winner_after_hours integer  not null default 4 check (winner_after_hours between 1 and 48),
    add other_laid_out     jsonb,
    add stage              text     not null default 'ALL' check (stage in ('ALL', 'SAMPLE', 'WAIT', 'REST')),
    add decides_at         timestamptz,
    add winner             integer  check (winner in (0, 1)),
    add won_by             text check (won_by in
        ('MORE_OPENED', 'MORE_FETCHED', 'MORE_CLICKED', 'TIE', 'NOBODY', 'TOO_FEW', 'AUTHOR')),
    add won_at             timestamptz,
    add constraint other_mail_of_a_test check (stage = 'ALL' or other_laid_out is not null),
    add constraint won_by_the_rest check ((stage = 'REST') = (winner is not null)
        and (winner is null) = (won_by is null) and (winner is null) = (won_at is null));
comment on column broadcasts.decides_at is 'when the rule says who won; empty while the sample leaves, and where the author says it';
comment on column broadcasts.winner is 'the subject that the rest gets: 0 is the first';

-- Each batch goes out with one subject.
alter table broadcast_batches
    add subject smallint not null default 0 check (subject in (0, 1)),
    add sample  boolean  not null default false;
comment on column broadcast_batches.subject is '0 is the first';
comment on column broadcast_batches.sample is 'its readers are those on whom the subjects are tried';
