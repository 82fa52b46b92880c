"""Quizzes: answers give points to professions. What is computed here at build time, quiz.js computes alike in the page."""
