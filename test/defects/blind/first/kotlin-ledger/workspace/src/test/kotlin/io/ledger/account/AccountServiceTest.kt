package io.ledger.account

class AccountServiceTest
