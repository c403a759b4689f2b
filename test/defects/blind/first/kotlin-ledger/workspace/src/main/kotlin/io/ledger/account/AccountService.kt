package io.ledger.account

import java.math.BigDecimal
import java.util.UUID

data class AccountView(val id: UUID, val owner: String, val balance: BigDecimal)

class AccountService(private val repository: AccountRepository) {
    fun find(id: UUID): AccountView = TODO()
    fun post(id: UUID, amount: BigDecimal, reference: String): AccountView = TODO()
}
