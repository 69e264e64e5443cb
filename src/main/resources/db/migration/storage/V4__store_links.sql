-- A link is handed out as files are, and lies elsewhere.
alter table files
    drop constraint files_use_check,
    add constraint files_use_check check (use in ('DOWNLOAD', 'PICTURE', 'LINK')),
    add address text,
    add constraint files_address_check check ((use = 'LINK') = (address is not null));
