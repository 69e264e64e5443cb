-- Since when buyers get copies with their names in them; and why the file does not let itself be stamped, if so.
alter table product_files
    add stamped_since timestamptz,
    add not_stampable text check (not_stampable in ('BROKEN', 'ENCRYPTED', 'SIGNED', 'TOO_INTRICATE')),
    add check (not_stampable is null or stamped_since is not null);
