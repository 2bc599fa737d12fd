-- Versions of models say how good they were when they were learned, and why they speak or do not; one of a task speaks.
ALTER TABLE cases_model ADD COLUMN reason TEXT NOT NULL DEFAULT 'ByHand';
ALTER TABLE cases_model ADD COLUMN score REAL NULL;
ALTER TABLE cases_model ADD COLUMN score_of_live REAL NULL;
ALTER TABLE cases_model ADD COLUMN held_out INTEGER NULL;
UPDATE cases_model SET active = number = (SELECT max(newest.number) FROM cases_model newest WHERE newest.task = cases_model.task AND newest.active) WHERE active;
