create table books (
    id           uuid        not null,
    workspace_id uuid        not null,
    version      integer     not null,
    title        text        not null check (length(title) between 1 and 200),
    subtitle     text        not null check (length(subtitle) <= 300),
    author       text        not null check (length(author) <= 200),
    description  text        not null check (length(description) <= 10000),
    status       text        not null check (status in ('IDEA', 'OUTLINE', 'WRITING', 'EDITING', 'READY', 'PUBLISHED')),
    draft_cover  uuid,
    final_cover  uuid,
    created_at   timestamptz not null,
    primary key (id, workspace_id)
);
create index books_of_workspace on books (workspace_id);

create table editions (
    id                uuid        not null,
    workspace_id      uuid        not null,
    version           integer     not null,
    book_id           uuid        not null,
    format            text        not null check (format in ('EBOOK', 'PAPERBACK', 'HARDCOVER', 'LARGE_PRINT', 'AUDIOBOOK')),
    isbn              text check (isbn ~ '^97[89][0-9]{10}$'),
    asin              text check (asin ~ '^[A-Z0-9]{10}$'),
    list_price_amount bigint check (list_price_amount >= 0),
    currency          char(3) check (currency ~ '^[A-Z]{3}$'),
    retailers         jsonb       not null,
    created_at        timestamptz not null,
    primary key (id, workspace_id),
    foreign key (book_id, workspace_id) references books (id, workspace_id),
    check ((list_price_amount is null) = (currency is null))
);
create index editions_of_book on editions (book_id, workspace_id);
create index editions_of_workspace on editions (workspace_id);

-- A place is printed sooner or later, so it is never deleted: retired at most, and its link lives on.
create table places (
    id           uuid        not null,
    workspace_id uuid        not null,
    version      integer     not null,
    edition_id   uuid        not null,
    kind         text        not null check (kind in ('FRONT_MATTER', 'CHAPTER_END', 'BACK_MATTER', 'BACK_COVER', 'INSIDE_AUDIO')),
    chapter      integer check (chapter between 1 and 999),
    link_id      uuid        not null,
    created_at   timestamptz not null,
    retired_at   timestamptz,
    primary key (id, workspace_id),
    foreign key (edition_id, workspace_id) references editions (id, workspace_id),
    check ((kind = 'CHAPTER_END') = (chapter is not null))
);
create index places_of_workspace on places (workspace_id);
-- a double click makes one place, and each spot has one link in force
create unique index places_one_in_each_spot on places (edition_id, workspace_id, kind, chapter)
    nulls not distinct where retired_at is null;
