<?php

namespace App\Http\Controllers;

use App\Models\Permiso;

class ConsultaController extends Controller
{
    public function show(string $matricula)
    {
        $permiso = Permiso::where('matricula', $matricula)->where('valido_hasta', '>=', today())->first();

        return response()->json(['autorizado' => $permiso !== null]);
    }
}
