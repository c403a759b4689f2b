package io.ledger.account

import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RestController
import java.util.UUID

@RestController
@RequestMapping("/accounts")
class AccountController(private val accounts: AccountService) {
    @GetMapping("/{id}")
    fun find(@PathVariable id: UUID): AccountView = accounts.find(id)
}
