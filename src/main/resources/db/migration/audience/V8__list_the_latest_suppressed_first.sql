-- An address that is suppressed once more keeps its row: what is latest says when that was.
drop index suppressions_in_force;
create index suppressions_in_force on suppressions (workspace_id, at, id) where lifted_at is null;
