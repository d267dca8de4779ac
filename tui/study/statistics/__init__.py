"""What the log of answers says of the learner, and of how well the forecasts hold."""
