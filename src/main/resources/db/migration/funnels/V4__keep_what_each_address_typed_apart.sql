-- The typed address and the mailed one may be two persons: neither is shown what the other typed.
alter table typed_checkouts add proven boolean not null default false;
alter table typed_checkouts drop constraint typed_checkouts_pkey;
alter table typed_checkouts add primary key (passage_id, step_id, proven, workspace_id);
