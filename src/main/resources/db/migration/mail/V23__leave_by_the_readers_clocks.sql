-- A broadcast may leave at one hour of the day where each reader lives, in waves.
alter table broadcasts
    add local_start timestamp,
    add zone        text check (length(zone) between 1 and 50),
    add constraint local_start_somewhere check ((local_start is null) = (zone is null));
comment on column broadcasts.local_start is 'by each reader''s clock; empty where all get it at once';
comment on column broadcasts.zone is 'its author''s, for readers of whom none is known';
