alter table typed_checkouts add coupon text not null default '';
-- what the address of the entry page brought, to be typed on the checkout for the reader
alter table passages add coupon text not null default '' check (length(coupon) <= 40);
