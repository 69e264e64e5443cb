alter table typed_checkouts
    add country text not null default '',
    add address text not null default '';
