-- Whom a reader means to give what is bought. What is too long to be one stands there again with what is wrong with it,
-- and is never kept.
alter table typed_checkouts
    add present boolean not null default false,
    add present_email text not null default '',
    add present_name text not null default '',
    add present_message text not null default '',
    add present_on text not null default '';
