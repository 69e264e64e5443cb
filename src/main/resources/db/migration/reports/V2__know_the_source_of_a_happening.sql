-- where the reader came from for this; absent for the source of the whole way
alter table report_happenings add source text check (source ~ '^(PLACE|EMAIL|CAMPAIGN|DIRECT)');
