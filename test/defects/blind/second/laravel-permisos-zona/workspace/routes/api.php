<?php

use App\Http\Controllers\ConsultaController;
use App\Http\Controllers\PermisoController;
use Illuminate\Support\Facades\Route;

Route::middleware('auth:sanctum')->group(function () {
    Route::get('/permisos', [PermisoController::class, 'index']);
    Route::post('/permisos', [PermisoController::class, 'store']);
    Route::delete('/permisos/{permiso}', [PermisoController::class, 'destroy']);
});
Route::middleware(['auth:sanctum', 'ability:consultar'])->get('/consultas/{matricula}', [ConsultaController::class, 'show']);
