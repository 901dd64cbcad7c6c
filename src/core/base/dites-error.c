/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-error.h"

G_DEFINE_QUARK (dites - error - quark, dites_error)
