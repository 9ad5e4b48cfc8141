-- When a delivery was tried first since its webhook was switched on, from which the time counts for which it is tried: what
-- waited long for its turn has all of it. Null before that.
alter table delivery add column first_attempt_at timestamptz;
