package io.ledger.web

class ProblemAdvice
