<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('permisos', function (Blueprint $table) {
            $table->id();
            $table->foreignId('residente_id')->constrained('residentes');
            $table->string('matricula', 10);
            $table->date('valido_hasta');
            $table->timestamps();
            $table->index('matricula');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('permisos');
    }
};
