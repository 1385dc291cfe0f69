"""The coaching method: answer classes, steps, guides, the engine, the plan. No Rasa, no SQL."""
