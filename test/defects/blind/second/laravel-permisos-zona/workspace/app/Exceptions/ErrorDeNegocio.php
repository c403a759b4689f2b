<?php

namespace App\Exceptions;

use RuntimeException;

class ErrorDeNegocio extends RuntimeException
{
    public function __construct(public readonly int $estado, public readonly string $codigo)
    {
        parent::__construct($codigo);
    }

    public function render()
    {
        return response()->json(['codigo' => $this->codigo], $this->estado);
    }
}
