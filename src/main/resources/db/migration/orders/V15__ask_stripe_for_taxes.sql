-- Whose rates count: the author's own, or those that Stripe knows.
alter table tax_settings add rates_of text not null default 'AUTHOR' check (rates_of in ('AUTHOR', 'STRIPE'));

-- Some countries tax by place.
alter table orders add postal_code text not null default '';
