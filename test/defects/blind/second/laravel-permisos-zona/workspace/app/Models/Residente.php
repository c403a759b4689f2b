<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\HasMany;

class Residente extends Model
{
    protected $fillable = ['dni', 'nombre', 'email', 'zona'];

    public function permisos(): HasMany
    {
        return $this->hasMany(Permiso::class);
    }
}
