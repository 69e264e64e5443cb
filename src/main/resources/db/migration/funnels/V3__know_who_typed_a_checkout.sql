-- whose address was typed, so that it can be forgotten with that person
alter table typed_checkouts add contact_id uuid;
