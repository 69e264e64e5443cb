-- A file belongs to a product, or to an edition of a book. The buyers of each product that delivers the edition get the latter.
alter table product_files rename to delivered_files;
alter table delivered_files
    alter product_id drop not null,
    add edition_id uuid,
    add owner_id   uuid not null generated always as (coalesce(product_id, edition_id)) stored,
    add check (num_nonnulls(product_id, edition_id) = 1);
alter index product_files_of_product rename to delivered_files_of_product;
create index delivered_files_of_owner on delivered_files (owner_id, workspace_id, position);

alter table products add editions uuid[] not null default '{}';
comment on column products.editions is 'of its own book; their files are delivered with its own';
alter table products add check (editions = '{}' or book_id is not null);
