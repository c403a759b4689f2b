<?php

namespace App\Services;

use App\Exceptions\ErrorDeNegocio;
use App\Models\Permiso;
use App\Models\Residente;

class EmisorDePermisos
{
    public function emitir(Residente $residente, string $matricula): Permiso
    {
        if ($residente->permisos()->count() >= config('zona.permisos_por_residente')) {
            throw new ErrorDeNegocio(409, 'limite_de_permisos');
        }

        return $residente->permisos()->create(['matricula' => $matricula, 'valido_hasta' => now()->addMonths(config('zona.caducidad_meses'))]);
    }
}
