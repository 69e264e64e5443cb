alter table order_lines add chosen boolean not null default false;
comment on column order_lines.chosen is 'the reader named the price: nobody was asked it';
