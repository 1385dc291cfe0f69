"""Custom actions, one file a journey: read the tracker, call the coaching engine, return events. No SQL, no prose."""
