<?php

namespace App\Http\Controllers;

use App\Models\Permiso;
use App\Services\EmisorDePermisos;
use Illuminate\Http\Request;

class PermisoController extends Controller
{
    public function index(Request $request)
    {
        return $request->user()->permisos;
    }

    public function store(Request $request, EmisorDePermisos $emisor)
    {
        return response()->json($emisor->emitir($request->user(), $request->string('matricula')), 201);
    }

    public function destroy(Permiso $permiso)
    {
        $permiso->delete();

        return response()->noContent();
    }
}
