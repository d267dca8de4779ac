"""What learners do, without a screen: the folder, the queue, the session, today, reports."""
