-- A yes to what the reader has already: nothing is charged, and the way goes on as after a yes.
alter table offer_answers drop constraint offer_answers_answer_check;
alter table offer_answers add check (answer in ('ACCEPTED', 'DECLINED', 'CARD_DECLINED', 'HAS_IT'));
