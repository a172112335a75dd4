#include "json/writer.hpp"

namespace senryaku::json {
namespace {

class emitter {
 public:
  emitter(std::string& out, layout form) : out_(out), indented_(form == layout::indented) {}

  void value(const type_info& type, const void* at) {
    switch (type.kind) {
      case shape::object:
        object(type, at);
        break;
      case shape::array:
        container(type, at, '[', ']');
        break;
      case shape::map:
        container(type, at, '{', '}');
        break;
      default:
        type.write_scalar(at, out_);
    }
  }

 private:
  struct container_context {
    emitter* self;
    const type_info* element;
    bool first;
  };

  void object(const type_info& type, const void* at) {
    out_ += '{';
    ++depth_;
    bool first = true;
    for (std::size_t i = 0; i < type.member_count; ++i) {
      const member_info& entry = type.members[i];
      const type_info& member_type = entry.type();
      const void* slot = entry.address(const_cast<void*>(at));  // the accessor only adds an offset
      const void* held = member_type.peek(slot);
      if (held == nullptr && entry.need == presence::optional) continue;
      key(entry.name, first);
      if (held != nullptr) {
        value(member_type, held);
      } else {
        empty(member_type, entry.need);
      }
    }
    if (type.extras != nullptr) {
      for (const auto& extra : *type.extras(const_cast<void*>(at))) {
        key(extra.name, first);
        out_ += extra.json;
      }
    }
    --depth_;
    if (!first) line();
    out_ += '}';
  }

  void empty(const type_info& type, presence need) {
    if (need == presence::nullable) {
      out_ += "null";
    } else {
      out_ += type.kind == shape::array  ? "[]"
              : type.kind == shape::map  ? "{}"
              : type.kind == shape::text ? "\"\""
                                         : "null";
    }
  }

  void container(const type_info& type, const void* at, char open, char close) {
    out_ += open;
    ++depth_;
    container_context context{this, &type.element(), true};
    type.each(at, &context, [](void* raw, std::string_view name, const void* item) {
      auto& state = *static_cast<container_context*>(raw);
      if (name.data() != nullptr) {
        state.self->key(name, state.first);
      } else {
        state.self->separator(state.first);
      }
      const void* held = state.element->peek(item);
      if (held != nullptr) {
        state.self->value(*state.element, held);
      } else {
        state.self->empty(*state.element, presence::required);
      }
    });
    --depth_;
    if (!context.first) line();
    out_ += close;
  }

  void key(std::string_view name, bool& first) {
    separator(first);
    append_quoted(out_, name);
    out_ += ':';
    if (indented_) out_ += ' ';
  }

  void separator(bool& first) {
    if (!first) out_ += ',';
    first = false;
    line();
  }

  void line() {
    if (!indented_) return;
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
  }

  std::string& out_;
  bool indented_;
  std::size_t depth_ = 0;
};

}  // namespace

void write(const type_info& type, const void* value, layout form, std::string& out) {
  emitter(out, form).value(type, value);
}

}  // namespace senryaku::json
