alter table typed_checkouts add postal_code text not null default '';
