<?php

namespace Tests\Feature;

use Tests\TestCase;

class PermisoTest extends TestCase
{
    public function test_el_tercer_permiso_se_rechaza(): void
    {
        $this->assertTrue(true);
    }
}
