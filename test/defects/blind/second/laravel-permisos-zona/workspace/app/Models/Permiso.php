<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Permiso extends Model
{
    protected $fillable = ['residente_id', 'matricula', 'valido_hasta'];
}
