-- Why a person says so, in their own words; null where they gave none.
alter table eval_label add column note text;

-- Grows with every change of what people say of the answers. Apart from version, because it changes no figure of the run.
alter table eval_run add column labels integer not null default 0;

-- Scores of judges are few or none beside those of rules.
create index eval_score_of_judge on eval_score (scoring_id) where judge is not null;
