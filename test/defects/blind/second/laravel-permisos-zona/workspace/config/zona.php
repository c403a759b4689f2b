<?php

return [
    'permisos_por_residente' => (int) env('ZONA_PERMISOS_POR_RESIDENTE', 2),
    'caducidad_meses' => (int) env('ZONA_CADUCIDAD_MESES', 12),
    'matriculas_url' => env('ZONA_MATRICULAS_URL', 'https://matriculas.interno.example'),
];
