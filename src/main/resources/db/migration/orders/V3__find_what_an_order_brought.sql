create index entitlements_of_order on entitlements (order_id) where order_id is not null;
create index orders_of_contact on orders (contact_id, workspace_id);
-- ids are ordered by time: the list, newest first
create index orders_newest on orders (workspace_id, id);
