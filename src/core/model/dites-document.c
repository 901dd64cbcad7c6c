/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* Text is addressed by 32 bits; nobody's document comes near. */
#define MAX_LENGTH (8 * 1024 * 1024)

typedef struct
{
  guint32 name;
  guint32 name_length;
  guint32 value;
  guint32 value_length;
} Member;

/* The same, in a text that is not long: an import holds many of them. */
typedef struct
{
  guint16 name;
  guint16 name_length;
  guint16 value;
  guint16 value_length;
} ShortMember;

/* The members of a document, split once, when the first one is asked for. */
typedef struct
{
  guint64  names; /* a bit for each: most members that are asked for are not there */
  guint    n;
  gboolean is_short;
  guint64  members[]; /* of ShortMember or Member */
} Index;

/**
 * DitesDocument:
 *
 * One document, as it was at one moment: an id, a kind and the JSON text.
 *
 * A document never changes, so it can be read from any thread, and the one
 * that an edit replaced is all that undo needs. A part of a document, one
 * element of a field of parts, is a document too, without a kind.
 */
struct _DitesDocument
{
  GObject parent_instance;

  char       *text; /* behind it stands the id */
  gsize       length;
  const char *kind;  /* interned */
  Index      *index; /* (nullable) (atomic): not split yet */
};

G_DEFINE_FINAL_TYPE (DitesDocument, dites_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_KIND,
} DitesDocumentProperty;

static GParamSpec *properties[PROP_KIND + 1];

static const char *
get_id (DitesDocument *self)
{
  return self->text + self->length + 1;
}

static guint64
get_name_bit (const char *name,
              gsize       length)
{
  return length > 0 ? G_GUINT64_CONSTANT (1) << ((name[0] + 3 * name[length - 1] + 5 * length) % 64) : 1;
}

static Member
get_member (const Index *index,
            gsize        i)
{
  if (index->is_short)
    {
      const ShortMember *found = (const ShortMember *) index->members + i;

      return (Member) { found->name, found->name_length, found->value, found->value_length };
    }

  return ((const Member *) index->members)[i];
}

/* Few documents have more. */
#define FEW_MEMBERS 48

static Index *
split (DitesDocument *self)
{
  Member             few[FEW_MEMBERS];
  g_autofree Member *many = NULL;
  Member            *found = few;
  gsize              size = FEW_MEMBERS;
  guint              n = 0;
  DitesJson          name, value;
  DitesJsonIter      iter;
  Index             *index;
  guint64            names = 0;

  dites_json_iter_init (&iter, dites_json_of (self->text, self->length));
  while (dites_json_iter_next (&iter, &name, &value))
    {
      if (n == size)
        {
          size *= 2;
          many = g_renew (Member, many, size);
          if (found == few)
            memcpy (many, few, sizeof few);
          found = many;
        }
      found[n++] = (Member) { name.text - self->text, name.length, value.text - self->text, value.length };
      names |= get_name_bit (name.text + 1, name.length - 2);
    }

  index = g_malloc (sizeof (Index) + n * (self->length <= G_MAXUINT16 ? sizeof (ShortMember) : sizeof (Member)));
  index->n = n;
  index->names = names;
  index->is_short = self->length <= G_MAXUINT16;
  for (guint i = 0; i < n; i++)
    {
      const Member *member = &found[i];

      if (index->is_short)
        ((ShortMember *) index->members)[i] = (ShortMember) { member->name, member->name_length, member->value, member->value_length };
      else
        ((Member *) index->members)[i] = *member;
    }

  return index;
}

/* Two threads may split at once; one of the two is then thrown away. */
static Index *
get_index (DitesDocument *self)
{
  Index *index = g_atomic_pointer_get (&self->index);

  if (index == NULL)
    {
      index = split (self);
      if (!g_atomic_pointer_compare_and_exchange (&self->index, NULL, index))
        {
          g_free (index);
          index = g_atomic_pointer_get (&self->index);
        }
    }

  return index;
}

static void
dites_document_finalize (GObject *object)
{
  DitesDocument *self = DITES_DOCUMENT (object);

  g_free (self->text);
  g_free (self->index);

  G_OBJECT_CLASS (dites_document_parent_class)->finalize (object);
}

static void
dites_document_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DitesDocument *self = DITES_DOCUMENT (object);

  switch ((DitesDocumentProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, get_id (self));
      break;

    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_document_class_init (DitesDocumentClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = dites_document_finalize;
  object_class->get_property = dites_document_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_document_init (DitesDocument *self)
{
}

/* @kind is interned. */
static DitesDocument *
new_document (const char *text,
              gsize       length,
              const char *id,
              const char *kind)
{
  DitesDocument *self = g_object_new (DITES_TYPE_DOCUMENT, NULL);
  gsize          id_length = strlen (id);

  /* One piece of memory for both: an import holds many documents. */
  self->text = g_malloc (length + 1 + id_length + 1);
  self->length = length;
  self->kind = kind;
  memcpy (self->text, text, length);
  self->text[length] = '\0';
  memcpy (self->text + length + 1, id, id_length + 1);

  return self;
}

/**
 * dites_document_new_part:
 * @text: a JSON object that dites_json_check() has passed
 * @length: its length in bytes
 *
 * Returns: (transfer full): a part of a document, without id and kind
 */
DitesDocument *
dites_document_new_part (const char *text,
                         gsize       length)
{
  return new_document (text, length, "", g_intern_static_string (""));
}

/**
 * dites_document_new_known:
 * @text: a JSON object that dites_json_check() has passed, with @id and @kind as its “_id” and “kind”
 * @length: its length in bytes
 * @id: the id of the document
 * @kind: the name of its kind, interned
 *
 * Like dites_document_new_from_checked(), for who has put the text together and
 * need not have it read again.
 *
 * Returns: (transfer full): the document
 */
DitesDocument *
dites_document_new_known (const char *text,
                          gsize       length,
                          const char *id,
                          const char *kind)
{
  return new_document (text, length, id, kind);
}

/**
 * dites_document_new_from_checked:
 * @text: a JSON object that dites_json_check() has passed
 * @length: its length in bytes
 *
 * Makes a document of a text that is known to be one: out of the store, or
 * a part of another document.
 *
 * Returns: (transfer full): the document; its id and kind are empty where the
 *   text has none
 */
DitesDocument *
dites_document_new_from_checked (const char *text,
                                 gsize       length)
{
  DitesJson        name, value;
  DitesJsonIter    iter;
  g_autofree char *id = NULL;
  const char      *interned = NULL;

  /* Both stand in front in every text that we wrote, so this is a short walk. */
  dites_json_iter_init (&iter, dites_json_of (text, length));
  while ((id == NULL || interned == NULL) && dites_json_iter_next (&iter, &name, &value))
    {
      if (id == NULL && dites_json_string_equal (name, "_id"))
        {
          id = dites_json_dup_string (value);
        }
      else if (interned == NULL && dites_json_string_equal (name, "kind"))
        {
          g_autofree char *kind = dites_json_dup_string (value);

          interned = g_intern_string (kind);
        }
    }

  return new_document (text, length, id != NULL ? id : "", interned != NULL ? interned : g_intern_static_string (""));
}

static gboolean
check_document (DitesDocument *self,
                GError       **error)
{
  Index *index = get_index (self);

  if (!dites_document_is_kind (self->kind))
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID,
                           _("This document does not say of which kind it is"));
      return FALSE;
    }
  if (!dites_document_is_id (get_id (self), self->kind))
    {
      g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                   /* Translators: the two are identifiers of a document and of a kind. */
                   _("“%s” cannot be the identifier of a document of the kind “%s”"),
                   get_id (self), self->kind);
      return FALSE;
    }

  for (gsize i = 0; i < index->n; i++)
    {
      Member      member = get_member (index, i);
      const char *name = self->text + member.name + 1;

      if (*name == '_' && strncmp (name, "_id\"", 4) != 0)
        {
          g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                       /* Translators: %s is the name of a member of a JSON object. */
                       _("“%.*s” is a reserved name"),
                       (int) member.name_length - 2, name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * dites_document_new_from_text:
 * @text: a text from outside
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @error: return location for an error
 *
 * Reads a document. Members that no field describes are left alone: a newer
 * version may have written them.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 *   to %DITES_ERROR_INVALID
 */
DitesDocument *
dites_document_new_from_text (const char *text,
                              gssize      length,
                              GError    **error)
{
  g_autoptr (DitesDocument) self = NULL;
  DitesJson json;

  if (length < 0)
    length = strlen (text);
  if (length > MAX_LENGTH)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, _("This document is too large"));
      return NULL;
    }
  if (!dites_json_check (text, length, error))
    return NULL;

  json = dites_json_of (text, length);
  if (dites_json_get_type (json) != DITES_JSON_OBJECT)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, _("A document is a JSON object"));
      return NULL;
    }

  self = dites_document_new_from_checked (json.text, json.length);
  if (!check_document (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dites_document_get_id:
 * @self: a document
 *
 * Returns: its id, “kind:…”; empty for a part
 */
const char *
dites_document_get_id (DitesDocument *self)
{
  g_return_val_if_fail (DITES_IS_DOCUMENT (self), NULL);

  return get_id (self);
}

/**
 * dites_document_get_kind:
 * @self: a document
 *
 * Returns: the name of its kind, interned; empty for a part
 */
const char *
dites_document_get_kind (DitesDocument *self)
{
  g_return_val_if_fail (DITES_IS_DOCUMENT (self), NULL);

  return self->kind;
}

/**
 * dites_document_get_text:
 * @self: a document
 * @length: (out) (optional): its length in bytes
 *
 * Returns: its JSON text, exactly as it came
 */
const char *
dites_document_get_text (DitesDocument *self,
                         gsize         *length)
{
  g_return_val_if_fail (DITES_IS_DOCUMENT (self), NULL);

  if (length != NULL)
    *length = self->length;

  return self->text;
}

/**
 * dites_document_get_n_members:
 * @self: a document
 *
 * Returns: how many members it has, “_id” and “kind” among them
 */
gsize
dites_document_get_n_members (DitesDocument *self)
{
  g_return_val_if_fail (DITES_IS_DOCUMENT (self), 0);

  return get_index (self)->n;
}

/**
 * dites_document_get_member_at:
 * @self: a document
 * @index: from 0
 * @name: (out) (optional): the name, a JSON string; @self holds it
 * @value: (out) (optional): the value; @self holds it
 */
void
dites_document_get_member_at (DitesDocument *self,
                              gsize          index,
                              DitesJson     *name,
                              DitesJson     *value)
{
  Index *members;
  Member member;

  g_return_if_fail (DITES_IS_DOCUMENT (self));

  members = get_index (self);
  g_return_if_fail (index < members->n);
  member = get_member (members, index);

  if (name != NULL)
    {
      name->text = self->text + member.name;
      name->length = member.name_length;
    }
  if (value != NULL)
    {
      value->text = self->text + member.value;
      value->length = member.value_length;
    }
}

/* A member by its name as it is written, without the quotes. */
static gboolean
find_member (DitesDocument *self,
             const char    *name,
             gsize          length,
             DitesJson     *value)
{
  const Index *index = get_index (self);

  if ((index->names & get_name_bit (name, length)) == 0)
    return FALSE;

  for (gsize i = 0; i < index->n; i++)
    {
      const Member found = get_member (index, i);

      if (found.name_length != length + 2 || memcmp (self->text + found.name + 1, name, length) != 0)
        continue;
      if (self->text[found.value] == 'n')
        return FALSE;
      if (value != NULL)
        *value = (DitesJson) { self->text + found.value, found.value_length };
      return TRUE;
    }

  return FALSE;
}

/**
 * dites_document_get:
 * @self: a document
 * @member: the name of a member
 * @value: (out) (optional): its value; @self holds it
 *
 * Returns: whether the document has it; a member that is null counts as absent
 */
gboolean
dites_document_get (DitesDocument *self,
                    const char    *member,
                    DitesJson     *value)
{
  g_return_val_if_fail (DITES_IS_DOCUMENT (self), FALSE);

  return find_member (self, member, strlen (member), value);
}

/**
 * dites_document_says:
 * @self: a document
 * @name: the name of a member, a JSON string
 * @value: a value
 *
 * Returns: whether the document has this member with this value, both written the same
 */
gboolean
dites_document_says (DitesDocument *self,
                     DitesJson      name,
                     DitesJson      value)
{
  DitesJson own;

  g_return_val_if_fail (DITES_IS_DOCUMENT (self), FALSE);

  return find_member (self, name.text + 1, name.length - 2, &own) && own.length == value.length &&
         memcmp (own.text, value.text, own.length) == 0;
}
