<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('residentes', function (Blueprint $table) {
            $table->id();
            $table->string('dni', 9)->unique();
            $table->string('nombre');
            $table->string('email');
            $table->string('zona', 4);
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('residentes');
    }
};
