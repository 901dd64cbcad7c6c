/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails on request. */
enum
{
  TEST_FAULTY_WRITES = 1 << 0, /* to write, to sync, to cut */
  TEST_FAULTY_READS = 1 << 1,  /* to read, to learn a size */
  TEST_FAULTY_OPENS = 1 << 2,  /* to open, to map what is shared */
};

void        test_faulty_install (void);
const char *test_faulty_get_real (void);
void        test_faulty_arm (guint    where,
                             int      after,
                             int      code,
                             gboolean stays);
void        test_faulty_say (int system);
void        test_faulty_disarm (void);
guint       test_faulty_count (void);

G_END_DECLS
