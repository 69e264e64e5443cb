create table products (
    id           uuid        not null,
    workspace_id uuid        not null,
    version      integer     not null,
    name         text        not null check (length(name) between 1 and 200),
    type         text        not null check (type in ('EBOOK', 'AUDIOBOOK', 'WORKBOOK', 'COURSE', 'WEBINAR', 'WORKSHOP',
                                                      'COACHING', 'BUNDLE', 'SPECIAL_EDITION', 'SERVICE', 'PHYSICAL')),
    description  text        not null check (length(description) <= 10000),
    picture      uuid,
    book_id      uuid,
    created_at   timestamptz not null,
    archived_at  timestamptz,
    primary key (id, workspace_id)
);
create index products_of_workspace on products (workspace_id);

-- What a product cost when; the one without an end is the price now.
create table prices (
    id           uuid        not null,
    workspace_id uuid        not null,
    version      integer     not null,
    product_id   uuid        not null,
    amount       bigint      not null check (amount >= 0),
    currency     char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    since        timestamptz not null,
    until        timestamptz,
    primary key (id, workspace_id),
    foreign key (product_id, workspace_id) references products (id, workspace_id),
    check (until >= since)
);
create unique index prices_one_now on prices (product_id, workspace_id) where until is null;
create index prices_of_product on prices (product_id, workspace_id, since);

-- The files of a product in the order that readers see them. The id is the file's own.
create table product_files (
    id           uuid    not null,
    workspace_id uuid    not null,
    version      integer not null,
    product_id   uuid    not null,
    position     integer not null check (position >= 0),
    primary key (id, workspace_id),
    foreign key (product_id, workspace_id) references products (id, workspace_id)
);
create index product_files_of_product on product_files (product_id, workspace_id, position);
