-- A reader on two devices is on two ways, and is reminded once.
create index passages_of_contact on passages (contact_id, funnel_id) where contact_id is not null;
