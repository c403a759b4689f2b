package io.ledger.account

import java.util.UUID

interface AccountRepository {
    fun findById(id: UUID): AccountView?
    fun lock(id: UUID): AccountView?
}
