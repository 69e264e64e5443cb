-- Loose while nothing refers to it; what was there before this was told apart is kept.
alter table files add column kept_at timestamptz;
update files set kept_at = stored_at;
create index files_loose on files (stored_at) where kept_at is null;
