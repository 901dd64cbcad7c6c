/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-change-set.h"

/**
 * DitesChangeSet:
 *
 * The documents that one action changes, and what the action is called: all of
 * it is written, or nothing. Whoever makes it fills it on one thread; from
 * then on nothing changes it, and any thread can read it; but its place in the
 * history is the writing thread's.
 */
struct _DitesChangeSet
{
  GObject parent_instance;

  char   *name;
  GArray *changes;  /* of DitesChange */
  gint64  expected; /* the sequence of the store that it was made for; -1 for any */
  gint64 *place;    /* an atomic box, shared by those that go on with one another */
};

G_DEFINE_FINAL_TYPE (DitesChangeSet, dites_change_set, G_TYPE_OBJECT)

static void
clear_change (gpointer data)
{
  DitesChange *change = data;

  g_clear_object (&change->base);
  g_clear_object (&change->document);
}

static void
dites_change_set_finalize (GObject *object)
{
  DitesChangeSet *self = DITES_CHANGE_SET (object);

  g_free (self->name);
  g_array_unref (self->changes);
  g_atomic_rc_box_release (self->place);

  G_OBJECT_CLASS (dites_change_set_parent_class)->finalize (object);
}

static void
dites_change_set_class_init (DitesChangeSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_change_set_finalize;
}

static void
dites_change_set_init (DitesChangeSet *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (DitesChange));
  g_array_set_clear_func (self->changes, clear_change);
  self->place = g_atomic_rc_box_new0 (gint64);
  self->expected = -1;
}

/**
 * dites_change_set_new:
 * @name: (nullable): what the action is called; see dites_change_name_make()
 *
 * Returns: (transfer full): an empty change set
 */
DitesChangeSet *
dites_change_set_new (const char *name)
{
  DitesChangeSet *self = g_object_new (DITES_TYPE_CHANGE_SET, NULL);

  self->name = g_strdup (name);

  return self;
}

/**
 * dites_change_set_get_name:
 * @self: a change set
 *
 * Returns: (nullable): what the action is called; dites_change_name_say() says it to a person
 */
const char *
dites_change_set_get_name (DitesChangeSet *self)
{
  g_return_val_if_fail (DITES_IS_CHANGE_SET (self), NULL);

  return self->name;
}

static void
add_change (DitesChangeSet *self,
            DitesDocument  *base,
            DitesDocument  *document)
{
  DitesChange change = { NULL, NULL };

  g_set_object (&change.base, base);
  g_set_object (&change.document, document);
  g_array_append_val (self->changes, change);
}

/**
 * dites_change_set_put:
 * @self: a change set
 * @base: (nullable): what @document was made of; %NULL if it is new
 * @document: what shall be stored
 */
void
dites_change_set_put (DitesChangeSet *self,
                      DitesDocument  *base,
                      DitesDocument  *document)
{
  g_return_if_fail (DITES_IS_CHANGE_SET (self));
  g_return_if_fail (base == NULL || DITES_IS_DOCUMENT (base));
  g_return_if_fail (DITES_IS_DOCUMENT (document));

  add_change (self, base, document);
}

/**
 * dites_change_set_trash:
 * @self: a change set
 * @document: what shall go to the trash
 */
void
dites_change_set_trash (DitesChangeSet *self,
                        DitesDocument  *document)
{
  g_return_if_fail (DITES_IS_CHANGE_SET (self));
  g_return_if_fail (DITES_IS_DOCUMENT (document));

  add_change (self, document, NULL);
}

/**
 * dites_change_set_go_on:
 * @self: a change set
 * @before: what was written, or will be, before it
 *
 * Has both be one entry of the history, with one undo, if nothing else was written
 * in between and both are about the same one document.
 */
void
dites_change_set_go_on (DitesChangeSet *self,
                        DitesChangeSet *before)
{
  g_return_if_fail (DITES_IS_CHANGE_SET (self));
  g_return_if_fail (DITES_IS_CHANGE_SET (before));

  g_atomic_rc_box_release (self->place);
  self->place = g_atomic_rc_box_acquire (before->place);
}

/**
 * dites_change_set_expect:
 * @self: a change set
 * @sequence: the last entry of the history when it was made
 *
 * Has it written only if the store is still as it was then: what it was made for has
 * been said to somebody, or counted, and must be what happens.
 */
void
dites_change_set_expect (DitesChangeSet *self,
                         gint64          sequence)
{
  g_return_if_fail (DITES_IS_CHANGE_SET (self));

  self->expected = sequence;
}

/**
 * dites_change_set_get_expected:
 * @self: a change set
 *
 * Returns: the sequence of the store that it was made for; -1 if that does not matter
 */
gint64
dites_change_set_get_expected (DitesChangeSet *self)
{
  g_return_val_if_fail (DITES_IS_CHANGE_SET (self), -1);

  return self->expected;
}

/**
 * dites_change_set_get_place:
 * @self: a change set
 *
 * Returns: where the writing thread, and no other, keeps the sequence of what was
 *   written last of those that go on with one another; 0 if nothing was
 */
gint64 *
dites_change_set_get_place (DitesChangeSet *self)
{
  g_return_val_if_fail (DITES_IS_CHANGE_SET (self), NULL);

  return self->place;
}

/**
 * dites_change_set_get_n:
 * @self: a change set
 *
 * Returns: how many changes it holds
 */
guint
dites_change_set_get_n (DitesChangeSet *self)
{
  g_return_val_if_fail (DITES_IS_CHANGE_SET (self), 0);

  return self->changes->len;
}

/**
 * dites_change_set_get_change:
 * @self: a change set
 * @index: from 0
 *
 * Returns: one of its changes; @self holds it
 */
const DitesChange *
dites_change_set_get_change (DitesChangeSet *self,
                             guint           index)
{
  g_return_val_if_fail (DITES_IS_CHANGE_SET (self), NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, DitesChange, index);
}
