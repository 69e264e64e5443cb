-- What was typed for an offer whose price is the reader's to choose.
alter table typed_checkouts
    add given          bigint,
    add given_currency char(3),
    add check ((given is null) = (given_currency is null));

-- The same at a checkout that was left, so that a reminder leads back to it.
alter table left_checkouts
    add given          bigint,
    add given_currency char(3),
    add check ((given is null) = (given_currency is null));
