alter table products
    add most_downloads integer check (most_downloads between 1 and 1000),
    add link_hours     integer not null default 24 check (link_hours between 1 and 720);
comment on column products.most_downloads is 'how often one reader may download each file; none for any number';
