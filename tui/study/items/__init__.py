"""Item analysis: what the answers of learners say of the questions they answered."""
